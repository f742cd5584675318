import type { ComponentChildren } from 'preact'
import { ExampleBanner } from './example-banner.js'
import { Page, type Assets } from './page.js'

export interface StaffPageProps {
  readonly title: string
  /** Name of the service, before the title. */
  readonly name: string
  readonly lead: string
  readonly kind: string
  readonly assets: Assets
  /** Words of the mark that data is made up; null where it is real. */
  readonly example: string | null
  readonly children: ComponentChildren
}

/** The frame of the Dutch pages for volunteers and editors. */
export const StaffPage = ({ title, name, lead, kind, assets, example, children }: StaffPageProps) => (
  <Page
    language="nl"
    direction="ltr"
    title={`${title} · ${name}`}
    kind={`staff page-${kind}`}
    assets={assets}
    example={example !== null}
    skip={null}
    header={
      <header class="page-header">
        <p class="name">{name}</p>
      </header>
    }
  >
    <main class="staff">
      <h1>{title}</h1>
      {example !== null && <ExampleBanner text={example} />}
      <p class="lead">{lead}</p>
      {children}
    </main>
  </Page>
)
