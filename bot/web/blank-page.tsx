/**
 * Where the quick exit leads when nothing else is set: an empty page without a name, a colour or a link that could tell
 * where somebody came from.
 */
export const BlankPage = () => (
  <html lang="nl">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="robots" content="noindex, nofollow" />
      <link rel="icon" href="data:," />
      <title>&#160;</title>
    </head>
    <body />
  </html>
)
