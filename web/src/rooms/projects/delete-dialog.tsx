"use client";

import { useRouter } from "next/navigation";
import { soon } from "@/patterns/soon";
import { say } from "@/patterns/toast";
import { Problem } from "@/problem/problem";
import { paths } from "@/routing/paths";
import { useProjectChanges } from "./changing/data";
import type { Project } from "./data";

const ConfirmDialog = soon(() =>
  import("@/patterns/confirm-dialog").then((file) => file.ConfirmDialog),
);

interface DeleteDialogProps {
  project: Project;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DeleteDialog({ project, open, onOpenChange }: DeleteDialogProps) {
  const { remove } = useProjectChanges();
  const router = useRouter();
  const onConfirm = async () => {
    const outcome = await remove(project);
    if ("theirs" in outcome) {
      throw new Problem({
        code: "conflict",
        message: "Someone changed this project just now. Look at it once more before you delete it",
      });
    }
    router.replace(paths.projects({ state: "archived" }));
    say(`Deleted “${project.name}” forever`);
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title="Delete forever?"
      action="Delete forever"
      typed={project.name}
      onConfirm={onConfirm}
    >
      <p>
        “{project.name}” and all that hangs on it will be gone. Nothing brings it back, not even an
        owner.
      </p>
    </ConfirmDialog>
  );
}
