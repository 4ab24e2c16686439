const ELSEWHERE = '/work'

/**
 * Where to go after signing in: `asked` when it is a path of this site, else one's own work.
 * Anything that a browser could read as another site is refused: a second slash, a backslash, a scheme, control characters.
 */
export function localReturn(asked: string | undefined): string {
  if (asked === undefined || asked.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(asked)) return ELSEWHERE
  const base = 'https://here.invalid'
  if (!URL.canParse(asked, base)) return ELSEWHERE
  const url = new URL(asked, base)
  if (url.origin !== base || url.pathname.startsWith('//') || /^\/sign-(in|out)(\/|$)/.test(url.pathname)) return ELSEWHERE
  return `${url.pathname}${url.search}${url.hash}`
}
