/** What the forward plan says of something open that comes back to its board. */
export function returnWords(
  kind: 'recommendation' | 'challenge',
  { reference, text }: { readonly reference: string; readonly text: string },
): { readonly title: string; readonly summary: string; readonly reason: string } {
  const name = kind === 'recommendation' ? `Recommendation ${reference}` : `Challenge ${reference}`
  const short = [...text.replaceAll(/\s+/g, ' ')]
  return {
    title: `${name}: ${short.slice(0, 140).join('')}${short.length > 140 ? '…' : ''}`,
    summary: `${name} is open until its impact is shown. The board asked for it at this meeting.`,
    reason: 'Came back by itself at its milestone',
  }
}
