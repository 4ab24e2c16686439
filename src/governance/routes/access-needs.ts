import { z } from 'zod'
import { succeed } from '#platform/result.ts'
import { choices, optionalLongText, parseForm, postedText } from '#platform/web/fields.ts'
import { writeNeeds } from '../commands/access-needs.ts'
import { myNeedsPath } from '../paths.ts'
import { findOwnNeeds } from '../queries/access-needs.ts'
import { listCodes } from '../queries/codes.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

interface WantedNeeds {
  readonly needs: readonly string[]
  readonly words: string
  readonly version: number | undefined
}

/** What one needs to take part in meetings. */
export async function ownNeeds(asked: Asked): Promise<FormSpec<WantedNeeds>> {
  const { id } = known(asked.standing.person)
  const codes = await listCodes(asked.reader, 'access-need', asked.visit.today)
  const before = await findOwnNeeds(asked.reader, id)
  const kept = (before?.needs ?? []).filter((code) => codes.some((one) => one.code === code))
  const form = z.object({ needs: choices(codes.map(({ code }) => code)), words: optionalLongText(1000) })
  return {
    shape: {
      title: 'What I need at meetings',
      lead: 'Only you and the clerks of your boards see this, when they prepare a meeting. It stands in no paper, no mail and nothing that is published. Change or empty it at any time; what stood here before is not kept.',
      breadcrumbs: [{ text: 'My work', href: '/work' }],
      fields: [
        {
          kind: 'boxes',
          name: 'needs',
          label: 'Tick what helps you',
          options: codes.map(({ code, label }) => ({ value: code, text: label })),
        },
        {
          kind: 'lines',
          name: 'words',
          label: 'Anything else the clerk should know',
          hint: 'Up to 1,000 characters. For example, what you cannot eat',
        },
      ],
      submit: 'Save',
      first: { needs: [...kept], words: before?.words ?? '' },
      version: before?.version,
      cancel: { text: 'Back without saving', href: '/work' },
    },
    parse: (body) => {
      const parsed = parseForm(form, body)
      const typed = postedText(body.version)
      const version = /^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined
      return parsed.ok ? succeed({ needs: parsed.value.needs, words: parsed.value.words ?? '', version }) : parsed
    },
    perform: async (input) => mapped(await writeNeeds(asked.db, asked.visit, input), () => myNeedsPath),
  }
}
