/** Sealing with the keys of this installation: the organisation's own fields, and each person's through their wrapped key. */
import { installationKey } from '@/lib/installation/key'
import {
  newPersonKey,
  open,
  organisationKey,
  type PersonKey,
  seal,
  unwrapKey,
  wrapKey,
} from '@/lib/sealing/rules'
import { indexKeyOf } from '@/lib/sealing/search'

const ownPlace = (rowId: string) => ({ table: 'organisation', column: 'own', personId: null, rowId })

/** Seals what belongs to no person. `rowId` names the one place it may be opened at. */
export const sealOwn = (plain: string, rowId: string) =>
  seal(plain, ownPlace(rowId), organisationKey(installationKey()))
/** Throws CannotOpen. */
export const openOwn = (sealed: string, rowId: string) =>
  open(sealed, ownPlace(rowId), organisationKey(installationKey()))

/** A person's own data key, from the wrapped form in the database. Throws CannotOpen. */
export const personKeyOf = (personId: string, wrapped: string): PersonKey =>
  unwrapKey(wrapped, personId, installationKey())

/** A new data key for a person, and the form to store. */
export function makePersonKey(personId: string): { key: PersonKey; wrapped: string } {
  const key = newPersonKey(personId, installationKey())
  return { key, wrapped: wrapKey(key.key, personId, installationKey()) }
}

/** The sealed fields of one table and one person: seal and open by row and column; null stays null. */
export function fieldsOf(table: string, key: PersonKey) {
  const place = (rowId: string, column: string) => ({ table, column, personId: key.personId, rowId })
  return {
    seal: (rowId: string, column: string, plain: string | null) =>
      plain === null || plain === '' ? null : seal(plain, place(rowId, column), key),
    open: (rowId: string, column: string, sealed: string | null) =>
      sealed === null ? null : open(sealed, place(rowId, column), key),
  }
}

/** The key of the searchable indexes. */
export const searchIndexKey = () => indexKeyOf(installationKey())
