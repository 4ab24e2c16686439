import { type ThreadKind, type ThreadPart, type ThreadRelation, threadRelations } from '#platform/thread/part.ts'

/** What all parts of the house together call their records and relations. */
export interface ThreadWords {
  /** Every kind that some part records. */
  readonly kinds: ReadonlyMap<string, ThreadKind>
  /** A kind's name in the singular; a kind that no part records is called by its code. */
  noun(kind: string): string
  plural(kind: string): string
  relation(code: string): ThreadRelation
}

/** Puts the words of all parts together. */
export function threadWords(parts: readonly ThreadPart[]): ThreadWords {
  const kinds = new Map(parts.flatMap((part) => Object.entries(part.kinds)))
  const relations = new Map<string, ThreadRelation>([
    ...Object.entries(threadRelations),
    ...parts.flatMap((part) => Object.entries(part.relations ?? {})),
  ])
  const spelled = (code: string): string => code.replaceAll('-', ' ')
  return {
    kinds,
    noun: (kind) => kinds.get(kind)?.noun ?? spelled(kind),
    plural: (kind) => kinds.get(kind)?.plural ?? `${spelled(kind)}s`,
    relation: (code) => relations.get(code) ?? threadRelations.serves,
  }
}

/** Words at most so long, cut at the end of a word. */
export function clipped(words: string, most: number): string {
  const letters = [...words.replaceAll(/\s+/g, ' ').trim()]
  if (letters.length <= most) return letters.join('')
  const cut = letters.slice(0, most - 1).join('')
  const end = cut.lastIndexOf(' ')
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.(–-]+$/, '')}…`
}

/** Words over at most two lines of so many letters. */
export function twoLines(words: string, most: number): readonly string[] {
  const all = words.replaceAll(/\s+/g, ' ').trim()
  if ([...all].length <= most) return [all]
  const end = all.slice(0, most + 1).lastIndexOf(' ')
  const first = all.slice(0, end > most / 3 ? end : most)
  return [first, clipped(all.slice(first.length), most)]
}

/** 'no action', '1 action', '4 actions'. */
export function counted(count: number, noun: string, plural: string): string {
  return count === 1 ? `1 ${noun}` : `${count === 0 ? 'no' : count} ${count === 0 ? noun : plural}`
}

const problems: Readonly<Record<string, string>> = {
  'link-not-allowed': 'Records of these two kinds are not joined in that way on this day. Choose another relation or another record.',
  'link-to-itself': 'A record cannot serve itself. Choose another record.',
  'link-circular':
    'That record already serves this one, near or far, so this link would close a circle. Link it the other way round, or leave it as it is.',
  'link-there': 'This record already serves that one in this way. It is not typed in twice.',
  'ends-before-start': 'It cannot end before it began',
  'link-none-chosen': 'Choose the record that this one serves',
  'answer-until-past': 'Enter a day after today',
  'answer-until-far': 'Enter a day within two years from today',
  'answer-there': 'Somebody has answered this gap already. Take that answer back first.',
  'answer-no-gap': 'This gap is closed: the record has what was missing. Nothing is left to answer.',
  'answer-person-unknown': 'Choose somebody who holds a place or an office of this board',
}

/** A sentence for each problem of the thread; undefined leaves it to the common words. */
export function threadProblemWords({ code, field }: { readonly code: string; readonly field: string }): string | undefined {
  if (code === 'required') {
    if (field === 'target') return problems['link-none-chosen']
    if (field === 'why') return 'Say why this record serves that one'
    if (field === 'words') return 'Say it in words'
    if (field === 'reason') return 'Say why the link ends'
  }
  return problems[code]
}
