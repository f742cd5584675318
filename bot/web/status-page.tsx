import type { StaffKey, StaffWords } from '../../content/staff-texts.js'
import type { Assets } from './page.js'
import { StaffPage } from './staff-page.js'

export const jobOutcomes = ['done', 'failed', 'held', 'running', 'never'] as const
export type JobOutcome = (typeof jobOutcomes)[number]

export interface JobRow {
  readonly what: string
  /** In words, in local time; null when it never ran. */
  readonly lastRun: string | null
  readonly outcome: JobOutcome
  /** What it did, as "212 gelezen, 3 nieuw", or empty. */
  readonly detail: string
  /** Null when it does not run by itself. */
  readonly nextRun: string | null
}

export interface NumberRow {
  readonly name: string
  readonly number: string
  /** Day in words; null when nobody ever called it. */
  readonly checkedOn: string | null
}

export interface StatusPageProps {
  readonly words: StaffWords
  readonly name: string
  readonly assets: Assets
  readonly example: string | null
  readonly contentVersion: number
  readonly jobs: readonly JobRow[]
  /** Emergency numbers that are due for a check or never had one. */
  readonly numbersToCheck: readonly NumberRow[]
}

const outcomeWords: Readonly<Record<JobOutcome, StaffKey>> = {
  done: 'status.outcome.done',
  failed: 'status.outcome.failed',
  held: 'status.outcome.held',
  running: 'status.outcome.running',
  never: 'status.outcome.never',
}

/** Whether what runs by itself ran. Holds no resident and no figure about one. */
export const StatusPage = ({ words, name, assets, example, contentVersion, jobs, numbersToCheck }: StatusPageProps) => (
  <StaffPage
    title={words('status.title')}
    name={name}
    lead={words('status.lead')}
    kind="status"
    assets={assets}
    example={example}
  >
    <section>
      <h2>{words('status.content')}</h2>
      <p>{words('status.content.version', { version: String(contentVersion) })}</p>
    </section>
    <section>
      <h2 id="jobs">{words('status.jobs')}</h2>
      {jobs.length === 0 ? <p>{words('status.jobs.none')}</p> : <JobTable words={words} jobs={jobs} />}
    </section>
    <section>
      <h2>{words('status.numbers')}</h2>
      {numbersToCheck.length === 0 ? (
        <p>{words('status.numbers.none')}</p>
      ) : (
        <ul class="numbers">
          {numbersToCheck.map(row => (
            <NumberItem row={row} words={words} />
          ))}
        </ul>
      )}
    </section>
  </StaffPage>
)

const JobTable = ({ words, jobs }: { words: StaffWords; jobs: readonly JobRow[] }) => (
  <table class="jobs" aria-labelledby="jobs">
    <thead>
      <tr>
        <th scope="col">{words('status.job.what')}</th>
        <th scope="col">{words('status.job.last')}</th>
        <th scope="col">{words('status.job.outcome')}</th>
        <th scope="col">{words('status.job.next')}</th>
      </tr>
    </thead>
    <tbody>
      {jobs.map(job => (
        <tr class={`outcome-${job.outcome}`}>
          <th scope="row">{job.what}</th>
          <td data-label={words('status.job.last')}>{job.lastRun ?? words('status.job.never')}</td>
          <td data-label={words('status.job.outcome')}>
            <span class="outcome">{words(outcomeWords[job.outcome])}</span>
            {job.detail !== '' && <span class="detail"> {job.detail}</span>}
          </td>
          <td data-label={words('status.job.next')}>{job.nextRun ?? words('status.job.not-planned')}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const NumberItem = ({ row, words }: { row: NumberRow; words: StaffWords }) => (
  <li>
    <strong>{row.name}</strong> <bdi dir="ltr">{row.number}</bdi>
    <span class="detail">
      {' '}
      {row.checkedOn === null
        ? words('status.numbers.never')
        : words('status.numbers.checked', { date: row.checkedOn })}
    </span>
  </li>
)
