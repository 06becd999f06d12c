import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/p/$account/practice-setup")({
  component: RouteComponent,
});

function RouteComponent() {
  return <div>Hello "/p/$account/practice-setup"!</div>;
}
