/** Who somebody is to Meta: a number, a business-scoped id (`NL.…`, when she has a user name), or both. */
export interface Identity {
  readonly name: string
  /** Digits alone, with the country. */
  readonly phone?: string
  readonly bsuid?: string
}

/** The same for the same person: the business-scoped id where there is one. */
export const keyOf = ({ phone, bsuid }: { readonly phone?: string; readonly bsuid?: string }): string =>
  bsuid ?? phone ?? ''
