/** A problem in content. One shape for the build, the editor's screen and the imports. */
export interface Issue {
  /** What was broken, in kebab-case; stays the same when the message changes. */
  readonly rule: string
  /** `critical` stops a publish and a start; `warning` is shown to editors. */
  readonly severity: 'critical' | 'warning'
  /** The thing that is wrong: an id, or file and path. */
  readonly where: string
  /** For an editor: what is wrong, with the value that is. */
  readonly message: string
}
