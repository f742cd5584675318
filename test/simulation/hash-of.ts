import { createKeyedHash } from '../../services/privacy/keyed-hash.js'

/** The secret of all simulated processes. */
export const keys = { current: { id: 'c', secret: 'a-secret-of-the-simulation-and-of-nothing-else' } }
export const keyedHash = createKeyedHash(keys)

/** The name under which the house knows a message or a person. */
export const hashOf = (name: string): string => keyedHash.hash(name)
