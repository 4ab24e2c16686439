import { Hono } from 'hono'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { clearSentence } from '../commands/publish/clear-sentence.ts'
import { parseClear } from '../forms/cleared-sentence.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { WordsToChange } from '../pages/matched-words.tsx'
import { meetingPaths } from '../paths.ts'
import { findMatchedWords } from '../queries/cleared-sentences.ts'
import { type MatchedWords, openMatches } from '../rules/cleared-sentence.ts'
import { deciderWords, matchInWords } from '../words/matched-words.ts'
import { publicationName } from '../words/publication.ts'
import { formAt } from './endpoint.tsx'
import { type AskedPublication, publicationGate } from './gates.ts'

/** Words of Part 2 that kept a public pack back: looking at them, and saying of a sentence that it is not confidential (M6). */
export function matchedWordsRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/meetings/:id/publications/:publication/words', publicationGate('clear'), async (asked) =>
    form(shapeOf(asked, await findMatchedWords(asked.reader, asked.meeting.id, asked.publication.id)), parseClear, async (doer, input) =>
      leadTo(await clearSentence(needs, doer, asked.meeting.id, asked.publication.id, input), () =>
        meetingPaths.publicationStep(asked.meeting.id, asked.publication.id, 'words'),
      ),
    ),
  )
  return app
}

function shapeOf({ meeting, publication, body }: AskedPublication, matches: readonly MatchedWords[]): FormShape {
  const { sentences, toChange } = openMatches(matches)
  const back = meetingPaths.publication(meeting.id, publication.id)
  const options = sentences.map((match) => ({ value: match.digest, text: matchInWords(match) }))
  return {
    title: 'Words that kept the public pack back',
    caption: `${body.name}, ${publicationName(publication).toLowerCase()}`,
    lead: 'They stand in Part 2 of this meeting and in what was to be public. Only you and the other clerks see this page.',
    breadcrumbs: [{ text: publicationName(publication), href: back }],
    above: <WordsToChange matches={matches} toChange={toChange} again={sentences.length === 0} back={back} />,
    groups:
      sentences.length === 0
        ? []
        : [
            {
              heading: 'A sentence that is not confidential',
              fields: [
                { kind: 'radios', name: 'digest', label: 'Which sentence?', options },
                {
                  kind: 'radios',
                  name: 'decidedBy',
                  label: 'Who said that it is not confidential?',
                  options: [
                    { value: 'chair', text: deciderWords.chair },
                    { value: 'monitoring-officer', text: deciderWords['monitoring-officer'] },
                  ],
                },
                { kind: 'line', name: 'decidedName', label: 'Their name' },
                {
                  kind: 'lines',
                  name: 'reason',
                  label: 'Why is it not confidential?',
                  hint: 'For example: every contract says it',
                  rows: 3,
                },
              ],
            },
          ],
    submit: 'Confirm: this sentence is not confidential',
    closed: sentences.length === 0,
    first: {},
    cancel: back,
    warning:
      sentences.length === 0
        ? undefined
        : 'The sentence goes out with the public pack. What you confirm holds for it and for this meeting alone.',
  }
}
