import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { findEnteredSince, findMerges } from '../queries/people.ts'
import { enteredWords } from '../words/people.ts'
import { aboutMember, type MemberLookedAt, others } from './people-shapes.ts'

/** The form by which two records are said to be one person. */
export function mergeShape(asked: MemberLookedAt): FormShape {
  const options = others(asked, ({ part }) => part === asked.member.part)
  return {
    ...aboutMember(asked),
    title: 'Somebody was entered twice',
    lead: `The record of ${asked.member.name} is kept. The other one stays too, and what stands in both is shown together. Twins are two people.`,
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'merged', label: 'Which is the same person?', options },
          { kind: 'lines', name: 'because', label: 'How do you know?' },
        ],
      },
    ],
    submit: 'Merge',
    look: 'warning',
    first: {},
    closed: options.length === 0,
    ...(options.length === 0 ? { lead: 'Nobody else of the family can be the same person.' } : {}),
  }
}

/** The form by which two who were read as one are two again: it shows what was entered since, which stays where it was entered. */
export async function apartShape(asked: MemberLookedAt, merged: string): Promise<FormShape> {
  const { tx, family, member, members } = asked
  const merge = (await findMerges(tx, family.family)).find((one) => one.kept === member.id && one.merged === merged)
  const other = members.find(({ id }) => id === merged)
  if (!merge || !other) throw new NotFound('These two are not read as one.')
  const since = await findEnteredSince(tx, family.id, member.id, merge.at)
  return {
    ...aboutMember(asked),
    title: 'They are two people after all',
    lead: `${member.name} and ${other.name} have been read as one since ${dayInWords(dayOf(merge.at))}. What was written of each is theirs again, and each is counted again.`,
    above: (
      <div class="govuk-inset-text">
        {since.length === 0 ? (
          <p>{`Nothing was entered of ${member.name} since then.`}</p>
        ) : (
          <>
            <p>{`What was entered of ${member.name} since then stays with ${member.name}. Look whether some of it is of ${other.name}:`}</p>
            <ul>
              {since.map(({ kind, lines }) => (
                <li>{`${enteredWords[kind]}: ${lines}`}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    ),
    groups: [{ fields: [{ kind: 'lines', name: 'because', label: 'How do you know that they are two?' }] }],
    submit: 'They are two people',
    ...{ look: 'warning', warning: 'An address that is withheld of one of them is withheld of that one alone from now on.', first: {} },
  }
}
