import { createFileRoute, redirect } from "@tanstack/react-router";

export const Route = createFileRoute("/p/$account/codes-setup/")({
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/p/$account/codes-setup/diagnosis-codes", params, replace: true });
  },
});
