/** The platform did not take an answer that is kept nowhere. It is no fault of the message: it is tried as long as it comes again. */
export class NotSent extends Error {
  override readonly name = 'NotSent'
}
