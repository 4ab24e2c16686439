import { dayInWords } from '#platform/time/words.ts'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { supervisionPaths } from '../paths.ts'
import type { SessionHeld } from '../queries/supervision.ts'
import { families } from './shapes.ts'

/** What every form at a session stands in. */
export const sessionForm = (session: SessionHeld) => ({
  caption: `${session.workerName}, ${dayInWords(session.heldOn)}`,
  breadcrumbs: [
    families,
    { text: 'Supervision', href: supervisionPaths.home() },
    { text: 'Session', href: supervisionPaths.session(session.id) },
  ],
  cancel: supervisionPaths.session(session.id),
})

/** The form by which one of the two adds something, or words anew what they added. */
export const remarkShape = (session: SessionHeld, words?: string): FormShape => ({
  ...sessionForm(session),
  title: words === undefined ? 'Add to the record of a session' : 'Word anew what you added',
  lead: `With your name, for the two of you. Name no family here. What stands there already stays${words === undefined ? '' : ', marked'}.`,
  groups: [{ fields: [{ kind: 'lines', name: 'words', label: words === undefined ? 'What do you add?' : 'What should it say?' }] }],
  submit: words === undefined ? 'Add it' : 'Put it in its place',
  first: words === undefined ? {} : { words },
})

/** The form by which whoever was supervised says whether the record is right. */
export const answerShape = (session: SessionHeld): FormShape => ({
  ...sessionForm(session),
  title: 'Is the record of your supervision right?',
  lead: 'Your answer stands beside the record, for the two of you, and is given once. Name no family here. Disagreeing changes nothing of how your supervision counts.',
  groups: [
    {
      fields: [
        {
          ...{ kind: 'radios', name: 'agrees', label: 'Is it right?' },
          options: [
            { value: 'yes', text: 'Yes, that is how it was' },
            { value: 'no', text: 'No, I see something otherwise' },
          ],
        },
        {
          kind: 'lines',
          name: 'words',
          label: 'What do you see otherwise?',
          hint: 'Needed if you chose no. If it is right, you may leave it empty',
        },
      ],
    },
  ],
  submit: 'Send',
  first: {},
})
