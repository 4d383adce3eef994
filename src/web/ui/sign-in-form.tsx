import { useState } from 'react';
import { errorAt } from '../forms/form-values.ts';
import { useApiCommand } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { Field } from './field.tsx';
import { useChooseCity, useCities, useCity } from './session.ts';

/** City, account name and password. The words of the account's name differ by face. */
export function SignInForm({ nameLabel, nameHelp, submit, onDone }: { nameLabel: string; nameHelp?: string; submit: string; onDone?: () => void }) {
  const cities = useCities();
  const city = useCity();
  const choose = useChooseCity();
  const signIn = useApiCommand('session.sign-in');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const go = async () => {
    const empty = [name.trim() === '' ? 'name' : '', password === '' ? 'password' : ''].filter(Boolean);
    setMissing(empty);
    if (empty.length > 0 || city === undefined) return;
    const done = await signIn.run({ city: city.code, name: name.trim(), password });
    if (done !== undefined) onDone?.();
  };
  const errorOf = (key: string, sentence: string) => (missing.includes(key) ? sentence : errorAt(signIn.fields, key));
  return (
    <form className="sign-in" noValidate onSubmit={(event) => { event.preventDefault(); void go(); }}>
      {cities.length < 2 ? null : (
        <Field label="城市">{(ids) => <select {...ids} className="input" value={city?.code ?? ''} onChange={(event) => choose(event.target.value)}>{cities.map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}</select>}</Field>
      )}
      <Field label={nameLabel} help={nameHelp} error={errorOf('name', `${nameLabel}还没有写。`)} required>
        {(ids) => <input {...ids} className="input" autoComplete="username" autoCapitalize="none" spellCheck={false} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="密码" error={errorOf('password', '密码还没有写。')} required>
        {(ids) => <input {...ids} className="input" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
      </Field>
      <ErrorNote problem={signIn.fields.length > 0 ? undefined : signIn.problem} />
      <Button kind="main" type="submit" busy={signIn.busy} wide>{submit}</Button>
    </form>
  );
}
