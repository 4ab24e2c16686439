import type { Change, ChangedWords } from './diff.ts'

const kinds = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const
const signs = { added: '+', removed: '−', changed: '±' } as const

/** Words with their fate said by more than colour: by element, by line, and in words for those who listen. */
function Words({ part }: { part: ChangedWords }) {
  const { text, fate } = part
  if (fate === 'same') return <>{text}</>
  const Tag = fate === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span class="govuk-visually-hidden"> [{fate}: </span>
      {text}
      <span class="govuk-visually-hidden">] </span>
    </Tag>
  )
}

/** Differences between two texts as a list, each with what it is and where it stands. */
export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p class="govuk-body">The two texts are the same.</p>
  return (
    <ol class="gt-changes">
      {changes.map(({ kind, what, section, words, onlyLook }) => (
        <li class={`gt-changes__item gt-changes__item--${kind}`}>
          <p class="gt-changes__where">
            <span class="gt-changes__kind">
              <span aria-hidden="true">{signs[kind]} </span>
              {kinds[kind]}
            </span>{' '}
            {what}
            {section !== '' && what !== 'Heading' && `, under ‘${section}’`}
            {onlyLook && '. The words are the same: their look or a link changed'}
          </p>
          <p class="gt-changes__words">
            {words.map((part) => (
              <Words part={part} />
            ))}
          </p>
        </li>
      ))}
    </ol>
  )
}
