/** Escape pressed this often within the time is the quick exit, for hands on a keyboard. */
const PRESSES = 3
const PRESSES_WITHIN = 2_000
/** Remembered in this tab alone, so that going back finds nothing. It says only that somebody left. */
const LEFT = 'left'

/**
 * Leaves at once: empties the page, has the server forget, and puts a neutral page in the place of this one (G8). Going back
 * leads there again. `token` gives the conversation's present token, and `clear` empties what is on screen. Returns false when
 * this page was come back to after leaving: it is empty then, and nothing else may start.
 */
export function startQuickExit({ token, clear }: { token: () => string | null; clear: () => void }): boolean {
  const form = document.querySelector<HTMLFormElement>('form.quick-exit')
  if (form === null) return true
  const to = new URL(form.dataset['exit'] ?? '/leeg', location.href).href
  const leave = () => {
    forget(form.action, token() ?? '')
    clear()
    document.body.textContent = ''
    document.title = '\u00a0'
    goTo(to)
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    leave()
  })
  onEscape(leave)
  return stays(to)
}

function forget(action: string, token: string): void {
  navigator.sendBeacon(action, new URLSearchParams({ token }))
  remember(LEFT)
}

/** The whole window when this page stands in another site and may; else this frame alone. */
function goTo(to: string): void {
  if (new URL(to).origin === location.origin) history.replaceState(null, '', to)
  try {
    if (window.top !== null && window.top !== window) window.top.location.replace(to)
  } catch {
    // The other site does not allow it: leaving this frame has to do.
  }
  location.replace(to)
}

function onEscape(leave: () => void): void {
  let presses: number[] = []
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return
    presses = [...presses.filter(at => event.timeStamp - at < PRESSES_WITHIN), event.timeStamp]
    if (presses.length >= PRESSES) leave()
  })
}

/** A page that the browser kept, or fetches again on "back", goes away by itself after somebody left. */
function stays(to: string): boolean {
  addEventListener('pageshow', event => {
    if (event.persisted && hasLeft()) leaveAgain(to)
  })
  if (cameBack() && hasLeft()) return leaveAgain(to)
  remember(null)
  return true
}

function cameBack(): boolean {
  const [arrival] = performance.getEntriesByType('navigation')
  return arrival instanceof PerformanceNavigationTiming && arrival.type === 'back_forward'
}

function leaveAgain(to: string): false {
  document.body.textContent = ''
  location.replace(to)
  return false
}

/** Browsers that allow no storage, as in some frames, throw on it; then there is nothing to clear either. */
function remember(mark: typeof LEFT | null): void {
  try {
    sessionStorage.clear()
    if (mark !== null) sessionStorage.setItem(mark, '1')
  } catch {
    // See above.
  }
}

function hasLeft(): boolean {
  try {
    return sessionStorage.getItem(LEFT) !== null
  } catch {
    return false
  }
}
