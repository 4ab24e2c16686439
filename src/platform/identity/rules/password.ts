/** Fewest characters of a password; there is no other rule of composition (NCSC and NIST SP 800-63B advise against them). */
export const SHORTEST_PASSWORD = 12

/** Most characters of a password: enough for any sentence. */
export const LONGEST_PASSWORD = 256

/** Why a new password is refused; worded in `words.ts`. */
export type PasswordFault =
  | 'password-missing'
  | 'password-short'
  | 'password-long'
  | 'password-common'
  | 'password-pattern'
  | 'password-personal'

const COMMON: ReadonlySet<string> = new Set(
  `passwordpassword password1234 password12345 password123456 mypassword123 newpassword1 welcome12345 welcomewelcome letmeinletmein
  changemeplease changeme1234 qwertyuiop12 qwertyuiop123 qwertyuiopasdf 1qaz2wsx3edc 1q2w3e4r5t6y q1w2e3r4t5y6 zaq12wsxcde3 asdfghjkl123
  iloveyou1234 iloveyouforever administrator administrator1 adminadmin12 trustno1trustno1 sunshine1234 football1234 liverpool123
  manchesterunited arsenalarsenal chelseachelsea correcthorsebatterystaple monkeymonkey charlie12345 princess1234 superman1234
  summer2024summer winter2024winter spring2025spring autumn2025autumn children1234 partnership1 safeguarding safeguarding1 goldenthread
  goldenthread1 goldenthread12 abcdefghijkl abcdefghijklm abc123abc123 qwerty123456 qwerty1234567 googlegoogle passw0rdpassw0rd`.split(
    /\s+/,
  ),
)

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']

/**
 * Looks whether `password` may be chosen. Any Unicode is welcome; length is counted in characters as people see code points.
 * `personal` are words an attacker would try first: the person's name and address.
 */
export function faultOfPassword(password: string, personal: readonly string[]): PasswordFault | undefined {
  const length = [...password].length
  if (length === 0) return 'password-missing'
  if (length < SHORTEST_PASSWORD) return 'password-short'
  if (length > LONGEST_PASSWORD) return 'password-long'
  const plain = password.normalize('NFKC').toLowerCase()
  if (COMMON.has(plain) || COMMON.has(plain.replace(/[^\p{L}\p{N}]/gu, '')) || COMMON.has(plain.replace(/[^\p{L}]+$/u, '')))
    return 'password-common'
  if (/^(.{1,4}?)\1*$/u.test(plain) || ROWS.some((row) => row.includes(plain) || [...row].reverse().join('').includes(plain)))
    return 'password-pattern'
  if (personal.some((word) => isPersonal(plain, word.normalize('NFKC').toLowerCase()))) return 'password-personal'
  return undefined
}

/** The whole password is little more than this word. */
function isPersonal(plain: string, word: string): boolean {
  const bare = word.replace(/\s+/g, '')
  if (bare.length < 4) return false
  const rest = plain.replace(/\s+/g, '').replace(bare, '')
  return rest.length < 5 && rest.length < plain.length
}
