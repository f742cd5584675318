import type { ComponentChildren, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { DataIsland } from './data-island.js'

export interface Assets {
  /** In the order they are to be read: tokens of the house, tokens of the municipality, then the rules. */
  readonly styles: readonly string[]
  readonly script: string | null
}

export interface PageProps {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  readonly title: string
  readonly assets: Assets
  /** Pages with made-up data stay out of search machines. */
  readonly example: boolean
  /** Where "skip to" leads: its words, and the id it goes to. */
  readonly skip: { readonly label: string; readonly to: string } | null
  /** Name of the kind of page, for the style sheet. */
  readonly kind: string
  readonly header?: ComponentChildren
  readonly data?: unknown
  readonly children: ComponentChildren
}

/** The whole HTML document. Without inline script or style, so that the strictest content policy fits. */
export const renderPage = (page: VNode): string => `<!doctype html>${renderToString(page)}`

/** The frame of every page: language, direction, a way past the header, and what it loads. */
export const Page = ({
  language,
  direction,
  title,
  assets,
  example,
  skip,
  kind,
  header,
  data,
  children,
}: PageProps) => (
  <html lang={language} dir={direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
      <title>{title}</title>
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      <link rel="icon" href="data:," />
      {example && <meta name="robots" content="noindex, nofollow" />}
      {assets.styles.map(href => (
        <link rel="stylesheet" href={href} />
      ))}
      {data !== undefined && <DataIsland data={data} />}
      {assets.script !== null && <script src={assets.script} defer />}
    </head>
    <body class={`page page-${kind}`}>
      {skip && (
        <a class="skip-link" href={`#${skip.to}`} data-word="web.skip-to-chat">
          {skip.label}
        </a>
      )}
      {header}
      {children}
    </body>
  </html>
)
