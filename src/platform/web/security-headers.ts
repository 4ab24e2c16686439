/** What a page may load and send: our own files and forms, and nothing else. No inline script or style, no eval, no frames. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The editor's paste, which parses into a document that is never shown; its names of characters, which takes `&name;` and nothing else; and the
  // parts of the live page. No other script may make markup.
  'trusted-types ProseMirrorClipboard named-character live-part',
].join('; ')

/** The headers of every answer. */
export function securityHeaders(publicUrl: string): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [
    ['Content-Security-Policy', contentSecurityPolicy],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    // 'same-origin', not 'no-referrer': with the latter browsers send 'Origin: null' with our own forms.
    ['Referrer-Policy', 'same-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
  ]
  if (publicUrl.startsWith('https:')) headers.push(['Strict-Transport-Security', 'max-age=31536000'])
  return headers
}
