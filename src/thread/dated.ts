import type { DatedPart } from '#platform/dated/part.ts'
import { type ThreadPart, threadRelations } from '#platform/thread/part.ts'

/** Which kinds of record people may join by hand. @param parts - the parts of the house, which name the kinds */
export function threadDated(parts: readonly ThreadPart[]): readonly DatedPart[] {
  const kinds = parts
    .flatMap(({ kinds: named }) => Object.entries(named).map(([value, { noun }]) => ({ value, text: noun })))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'))
  const relations = Object.entries(threadRelations).map(([value, { serves }]) => ({ value, text: serves }))
  return [
    {
      ...{ key: 'links', heading: 'The golden thread', title: 'What may be joined on the golden thread by hand', about: 'What serves' },
      lead: 'People join records along these rules where nothing in the record itself says it. Links that were made stay when a rule ends.',
      table: 'thread.link_rule',
      fields: [
        { name: 'from', column: 'from_kind', kind: 'radios', label: 'What serves?', matter: true, options: kinds },
        { name: 'relation', column: 'relation', kind: 'radios', label: 'How?', matter: true, options: relations },
        { name: 'to', column: 'to_kind', kind: 'radios', label: 'What is served?', matter: true, options: kinds },
      ],
      constraints: { link_rule_once: { field: 'startsOn', code: 'rule-overlaps' } },
      aboutInWords: ({ say }) => `A ${say('from')}`.replace(/^A (?=[aeiou])/, 'An '),
      inWords: ({ say }) => `${say('relation')} a ${say('to')}`.replace(/ a (?=[aeiou]\w*$)/, ' an '),
    },
  ]
}
