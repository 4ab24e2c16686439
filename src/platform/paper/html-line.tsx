import type { Inline, Run } from './tree.ts'

/** The notes of an article in the order of their references. */
export type NoteList = (readonly Run[])[]

/** Where notes met in a line are gathered, and what goes before their ids. */
export interface NotePlace {
  readonly prefix: string
  readonly notes: NoteList
}

function Words({ part }: { part: Run }) {
  const words = part.em ? <em>{part.text}</em> : <>{part.text}</>
  return part.strong ? <strong>{words}</strong> : words
}

function Reference({ number, prefix }: { number: number; prefix: string }) {
  return (
    <sup>
      <a class="paper__reference" id={`${prefix}paper-ref-${number}`} href={`#${prefix}paper-note-${number}`} aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}

/** One line of a paper as HTML: words, emphasis, links and references to notes. Neighbouring runs of one link are one link. */
export function ArticleLine({ line, place }: { line: readonly Inline[]; place: NotePlace }) {
  const out = []
  let at = 0
  while (at < line.length) {
    const part = line[at]
    if (!part) break
    at += 1
    if (part.type === 'note') {
      out.push(<Reference number={place.notes.push(part.content)} prefix={place.prefix} />)
    } else if (!part.href) out.push(<Words part={part} />)
    else {
      const link = [part]
      for (let next = line[at]; next?.type === 'text' && next.href === part.href; next = line[at]) {
        link.push(next)
        at += 1
      }
      out.push(
        <a href={part.href} rel="noopener">
          {link.map((words) => (
            <Words part={words} />
          ))}
        </a>,
      )
    }
  }
  return <>{out}</>
}
