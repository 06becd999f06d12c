import { accountHue, initials } from "./accountHue";

interface AccountAvatarProps {
  id: string;
  name: string;
  size?: "small" | "medium" | "large";
}

// Written out, because the classes are found by reading the source.
const hues = [
  "bg-hue-0", "bg-hue-1", "bg-hue-2", "bg-hue-3", "bg-hue-4", "bg-hue-5", "bg-hue-6", "bg-hue-7",
];
const sizes = { small: "size-6 text-[0.625rem]", medium: "size-8 text-xs", large: "size-11 text-lg" };

/** The account at a glance. Decorative: its name always stands beside it. */
export function AccountAvatar({ id, name, size = "medium" }: AccountAvatarProps) {
  return (
    <span
      aria-hidden
      className={`inline-flex shrink-0 items-center justify-center rounded-md font-semibold tracking-wide text-white forced-colors:border ${hues[accountHue(id)]} ${sizes[size]}`}
    >
      {initials(name)}
    </span>
  );
}
