import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { changeBodyKind } from '../commands/body-kinds.ts'
import { kindForm } from '../forms/records.ts'
import { relationshipsPath } from '../paths.ts'
import { backTo, toRelationships } from './crumbs.ts'
import type { Asked, FormSpec } from './endpoint.tsx'
import { codeOptions, codesOf } from './options.ts'
import { mapped } from './outcome.ts'

/** Makes a board another kind of body. */
export async function newKind(asked: Asked): Promise<FormSpec<z.output<ReturnType<typeof kindForm>>>> {
  const { id, slug, name, kind, version } = asked.body
  const kinds = await codesOf(asked, 'body-kind')
  return {
    shape: {
      title: 'Change the kind of a board',
      caption: name,
      lead: 'The kind that it had before stays on record with its days, and the map of an earlier day shows it.',
      breadcrumbs: toRelationships(asked.body),
      fields: [
        { kind: 'radios', name: 'kind', label: 'What kind of body is it now?', options: codeOptions(kinds) },
        { kind: 'day', name: 'startsOn', label: 'Since when?' },
        { kind: 'line', name: 'because', label: 'What was decided, by whom', hint: 'For example, the council’s decision of 4 March 2026' },
      ],
      submit: 'Change kind',
      first: { kind, ...dayValues('startsOn', asked.visit.today) },
      version,
      cancel: backTo(relationshipsPath(slug)),
    },
    parse: (body) => parseForm(kindForm(kinds), body),
    perform: async (input) => mapped(await changeBodyKind(asked.db, asked.visit, { ...input, body: id }), () => relationshipsPath(slug)),
  }
}
