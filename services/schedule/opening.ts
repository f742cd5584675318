/** When a door is open next. Times are epoch milliseconds; what a resident reads is made in Europe/Amsterdam. */
export type Opening =
  /** Open now; `doorsClose` is when newcomers are no longer let in (never after `until`). */
  | { readonly type: 'open'; readonly from: number; readonly until: number; readonly doorsClose: number }
  | { readonly type: 'opens'; readonly from: number; readonly until: number; readonly doorsClose: number }
  | { readonly type: 'by-appointment' }
  | { readonly type: 'unknown' }
  /** Hours are known and none comes within the horizon: never shown as a door to go to (F7). */
  | { readonly type: 'none' }
