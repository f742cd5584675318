import helmet from 'helmet'
import type { RequestHandler } from 'express'

/** No inline script or style, nothing from elsewhere; in a frame only on the sites that the setting names. */
export function securityHeaders(frameAncestors: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        mediaSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: frameAncestors ? frameAncestors.split(' ') : ["'none'"],
      },
    },
    frameguard: frameAncestors ? false : { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  })
}
