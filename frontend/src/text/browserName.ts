import { t } from ".";

// In this order: Edge and Opera call themselves Chrome as well, and Chrome calls itself Safari.
const browsers: [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\/(\d+)/, "Edge"],
  [/\bOPR\/(\d+)/, "Opera"],
  [/\bSamsungBrowser\/(\d+)/, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, "Firefox"],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, "Chrome"],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, "Safari"],
  [/\bcurl\/(\d+)/, "curl"],
];

const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

// A browser as people call it, such as "Chrome 156 on Windows", from what it calls itself; what is
// not known is given as it is.
export function browserName(userAgent: string): string {
  if (userAgent === "") return t("an unnamed program");
  const system = systems.find(([shape]) => shape.test(userAgent))?.[1];
  for (const [shape, name] of browsers) {
    const version = shape.exec(userAgent)?.[1];
    if (version === undefined) continue;
    return system ? t("{browser} on {system}", { browser: `${name} ${version}`, system }) : `${name} ${version}`;
  }
  return userAgent;
}
