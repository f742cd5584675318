/**
 * Where answers may be posted to: the caller names the address, so a free choice would let anybody make us call anything
 * (P6). `exact` for Teams, whose parent domain is open to every customer of Azure; `below` for Microsoft's own domain.
 * From Microsoft's firewall list for bots (November 2026).
 */
export const serviceHosts = { exact: ['smba.trafficmanager.net'], below: ['botframework.com'] } as const

const HERE = ['127.0.0.1', '[::1]', 'localhost']

/** Whether an answer may be posted to this address. On a machine for development also to that machine, and then without https. */
export function isServiceAllowed(serviceUrl: string, development: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false
  const { protocol, hostname, port, username, password } = new URL(serviceUrl)
  if (username !== '' || password !== '') return false
  if (HERE.includes(hostname)) return development && (protocol === 'http:' || protocol === 'https:')
  if (protocol !== 'https:' || port !== '') return false
  const known: readonly string[] = serviceHosts.exact
  return known.includes(hostname) || serviceHosts.below.some(domain => hostname.endsWith(`.${domain}`))
}
