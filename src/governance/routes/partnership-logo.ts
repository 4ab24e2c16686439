import type { z } from 'zod'
import type { DocumentStore } from '#platform/documents/store.ts'
import { inspectUpload } from '#platform/documents/uploads/inspect.ts'
import { isUploadedFile, type UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { findLogo, type PartnershipLogo } from '#platform/partnership-logo.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { parseForm } from '#platform/web/fields.ts'
import { setPartnershipLogo } from '../commands/partnership.ts'
import { partnershipLogoForm } from '../forms/records.ts'
import { partnershipLogoPath } from '../paths.ts'
import { backTo } from './crumbs.ts'
import type { Asked, FormSpec } from './endpoint.tsx'
import { mapped } from './outcome.ts'

const administration = partnershipLogoPath.replace('/logo', '')
const largest = 1_000_000

type Wanted = z.output<typeof partnershipLogoForm> & { readonly file: UploadedFile | undefined }

/** Sets the partnership's own mark. The picture is checked by its content and drawn anew, so that nothing but its points is kept. */
export function partnershipLogo(documents: DocumentStore) {
  return async ({ db, reader, visit }: Asked): Promise<FormSpec<Wanted>> => {
    const before = await findLogo(reader)
    return {
      shape: {
        title: 'Own mark',
        breadcrumbs: [{ text: 'Administration', href: administration }],
        fields: [
          {
            kind: 'file',
            name: 'file',
            label: before ? 'Another picture' : 'Picture',
            hint: 'PNG or JPEG, at most 1 MB. It stands at the top of every page, on packs and on minutes, on white',
          },
          {
            kind: 'line',
            name: 'alternativeText',
            label: 'What a screen reader says instead',
            hint: 'For example: Northbrook, a heron over water',
          },
          ...(before
            ? [{ kind: 'boxes' as const, name: 'remove', label: 'Show no mark', options: [{ value: 'yes', text: 'Take the mark away' }] }]
            : []),
        ],
        submit: 'Save the mark',
        first: { alternativeText: before?.alternativeText ?? '' },
        cancel: backTo(administration),
      },
      parse: (body) => {
        const parsed = parseForm(partnershipLogoForm, body)
        return parsed.ok ? succeed({ ...parsed.value, file: isUploadedFile(body.file) ? body.file : undefined }) : parsed
      },
      perform: async (wanted) => {
        if (wanted.remove) return mapped(await setPartnershipLogo(db, visit, undefined), () => administration)
        const logo = await logoOf(documents, wanted, before)
        return logo.ok ? mapped(await setPartnershipLogo(db, visit, logo.value), () => administration) : logo
      },
    }
  }
}

async function logoOf(
  documents: DocumentStore,
  { file, alternativeText }: Wanted,
  before: PartnershipLogo | undefined,
): Promise<Result<PartnershipLogo, FieldProblem>> {
  const words = alternativeText
  if (words === '') return fail({ field: 'alternativeText', code: 'logo-words-missing' })
  if (!file || (file.size === 0 && !file.tooLarge)) {
    return before ? succeed({ ...before, alternativeText: words }) : fail({ field: 'file', code: 'logo-missing' })
  }
  if (file.tooLarge || file.size > largest) return fail({ field: 'file', code: 'logo-too-large' })
  const checked = await inspectUpload(file)
  const { width, height } = checked.ok ? checked.findings : {}
  const picture = checked.ok && checked.kind === 'image' ? checked.redrawn : undefined
  if (!checked.ok || !picture || !width || !height) return fail({ field: 'file', code: 'logo-unusable' })
  if (picture.length > 4 * largest) return fail({ field: 'file', code: 'logo-too-large' })
  const { sha256 } = await documents.put(picture, checked.mediaType)
  const mediaType = checked.mediaType === 'image/png' ? 'image/png' : 'image/jpeg'
  return succeed({ document: sha256, mediaType, width, height, alternativeText: words })
}
