import { BeforeChange } from '@/app/ui/before-change'
import { SettingsPath } from '@/app/ui/steps'
import type { besideQuestion } from '@/lib/pieces/beside'

/** What is easily got wrong, where the setting stands, and what changes before it is turned on. */
type Said = ReturnType<typeof besideQuestion> & { told: string | undefined; said: string | undefined }
export function Beside({ told, said, paths, cost }: Said) {
  return (
    <>
      {told && <p className="font-semibold text-ink">{told}</p>}
      {said && <p>{said}</p>}
      {paths.map(({ item, path }) => (
        <SettingsPath key={`${item} ${path.join()}`} path={path} />
      ))}
      <BeforeChange cost={cost} />
    </>
  )
}
