import { EmptyState } from "@/patterns/empty-state";
import { paths } from "@/routing/paths";
import { buttonLook } from "@/ui/button";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center bg-paper">
      <EmptyState
        names="page"
        title="An empty wall"
        actions={
          // A plain link: this page comes with every other, so it should weigh nothing.
          <a href={paths.projects()} className={buttonLook()}>
            Go to the projects
          </a>
        }
      >
        <p>Nothing hangs at this address.</p>
      </EmptyState>
    </main>
  );
}
