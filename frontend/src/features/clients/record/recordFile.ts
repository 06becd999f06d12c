const style = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #111; background: #fff }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; break-after: avoid }
table { border-collapse: collapse; width: 100%; margin: .75rem 0 1.25rem; font-size: .85rem }
caption { text-align: left; font-weight: 600; padding: .25rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid #ccc; white-space: pre-wrap; overflow-wrap: anywhere }
tr { break-inside: avoid }`;

// One page by itself: it loads nothing, and any browser opens and prints it. The title names nobody,
// since browsers keep titles.
export const recordFile = (title: string, body: string): string =>
  `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<style>${style}\n</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
