import { useApiQuery } from '../../api-client.ts';
import { Field } from '../../ui/field.tsx';

interface Below { readonly id: number; readonly code: string; readonly shortName: string; readonly hasChildren: boolean }
export interface Place { readonly town: string; readonly village: string }

/** 镇街, then 村（居）; `deep` asks for the village too. */
export function PlacePicker({ place, onChange, deep, error }: { place: Place; onChange: (place: Place) => void; deep: boolean; error?: string | undefined }) {
  const towns = useApiQuery<readonly Below[]>('division.list-children').data ?? [];
  const town = towns.find((one) => one.code === place.town);
  const villages = useApiQuery<readonly Below[]>('division.list-children', { division: town?.id }, { enabled: deep && town !== undefined }).data ?? [];
  return (
    <>
      <Field label="镇街" required error={place.town === '' ? error : undefined}>{(ids) => <select {...ids} className="input" value={place.town} onChange={(event) => onChange({ town: event.target.value, village: '' })}><option value="">请选</option>{towns.map((one) => <option key={one.code} value={one.code}>{one.shortName}</option>)}</select>}</Field>
      {deep && town !== undefined ? <Field label="村、社区" required error={place.village === '' ? error : undefined}>{(ids) => <select {...ids} className="input" value={place.village} onChange={(event) => onChange({ ...place, village: event.target.value })}><option value="">请选</option>{villages.map((one) => <option key={one.code} value={one.code}>{one.shortName}</option>)}</select>}</Field> : null}
    </>
  );
}
