import type { Writer } from '#platform/database/session.ts'

/** Forgets to which addresses mails about something went; that they went stays. As the system, for addresses that a form promised to delete. */
export async function forgetRecipients(tx: Writer, about: { readonly type: string; readonly ids: readonly string[] }): Promise<void> {
  if (about.ids.length === 0) return
  await tx
    .updateTable('platform.mail_delivery')
    .set({ recipient: '' })
    .where('about_type', '=', about.type)
    .where('about_id', 'in', [...about.ids])
    .where('recipient', '<>', '')
    .execute()
}
