import { Home } from "@/rooms/accounts/home";

export default function Page() {
  return <Home />;
}
