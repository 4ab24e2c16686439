import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { ToRead } from '../commands/paper-sure.ts'

/** Where whoever prints a paper says that they read every word of it; closed where there is nothing to ask. */
export function paperSureShape(
  about: Pick<FormShape, 'caption' | 'breadcrumbs' | 'cancel'>,
  of: { readonly toRead: ToRead | undefined; readonly reader: string | undefined; readonly action: string },
): FormShape {
  const who = of.reader ?? 'somebody of the family'
  const said =
    of.toRead?.told === 'exact'
      ? `Words of this paper name an address or a contact that is withheld from ${who}. Change them first, or read every word.`
      : `Words of this paper may name a street that is withheld from ${who}. Read every word.`
  return {
    ...about,
    title: 'Before it is printed',
    lead: of.toRead ? said : 'Nothing on this paper names what is withheld. You can print it.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'tick', name: 'sure', label: 'I have read every word of it: it may be printed' },
            hint: `It is recorded that you said so. Do not give it to ${of.reader ? 'them' : 'anybody from whom something is withheld'} otherwise`,
          },
        ],
      },
    ],
    submit: 'Print it',
    first: {},
    action: of.action,
    closed: of.toRead === undefined,
  }
}
