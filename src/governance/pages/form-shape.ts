import type { FieldGroup, FormShape as PlainShape } from '#platform/web/form-page/form-page.tsx'
import type { PageLink } from '#platform/web/page.tsx'
import type { FormField } from './form-field.ts'

/** What one of governance's forms shows: its fields in one list, each naming the box in which it stands. */
export interface FormShape extends Omit<PlainShape, 'groups' | 'cancel'> {
  readonly fields: readonly FormField[]
  readonly cancel: PageLink
}

/** The same with its fields in their boxes, as the page draws them. */
export function inBoxes({ fields, ...shape }: FormShape): PlainShape {
  const groups: { readonly box: FormField['group']; readonly fields: FormField[] }[] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (last && last.box?.title === field.group?.title) last.fields.push(field)
    else groups.push({ box: field.group, fields: [field] })
  }
  const drawn = groups.map(({ box, fields: members }): FieldGroup => {
    if (box === undefined) return { fields: members }
    return { heading: box.title, fields: members, look: box.folded ? 'folded' : 'boxed' }
  })
  return { ...shape, groups: drawn }
}
