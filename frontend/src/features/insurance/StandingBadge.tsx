import { CircleCheck, CircleSlash, TriangleAlert } from "lucide-react";
import { Badge } from "../../ui/Badge";
import { type Standing, standingText } from "./authorization";

export function StandingBadge({ standing }: { standing: Standing }) {
  const text = standingText(standing);
  if (standing === "GOOD") return <Badge kind="success" icon={CircleCheck}>{text}</Badge>;
  if (standing === "RUNNING_OUT" || standing === "USED_UP") return <Badge kind="warning" icon={TriangleAlert}>{text}</Badge>;
  return <Badge icon={CircleSlash}>{text}</Badge>;
}
