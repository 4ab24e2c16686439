import { mailKey, readMailKey } from '#platform/mail/mail-key.ts'

/** What a key in a mail lets its holder do. */
export type KeyPurpose = 'confirm' | 'stop'

/** The key in a link of a mail to a follower. */
export function followKey(secret: string, purpose: KeyPurpose, follower: string): string {
  return mailKey(secret, `follow-${purpose}`, follower)
}

/** Which follower a key is about; undefined for a key that this installation did not sign for this purpose. */
export function readFollowKey(secret: string, purpose: KeyPurpose, key: string): string | undefined {
  return readMailKey(secret, `follow-${purpose}`, key)
}
