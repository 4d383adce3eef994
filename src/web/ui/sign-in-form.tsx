import { useState } from 'react';
import { errorAt } from '../forms/form-values.ts';
import { useApiCommand } from '../api-client.ts';
import { Button } from './button.tsx';
import { ErrorNote } from './error-note.tsx';
import { Field } from './field.tsx';
import { useChooseCity, useCities, useCity } from './session.ts';
import { ProviderButtons, RefusedNote, useWaysIn, type WaysIn } from './ways-in.tsx';

interface SignInProps {
  readonly nameLabel: string;
  readonly nameHelp?: string;
  readonly submit: string;
  readonly onDone?: () => void;
  /** Whose door this is: which providers it offers. */
  readonly kind: 'staff' | 'resident';
  /** Page shown after a provider; left out = the one that is open. */
  readonly backTo?: string;
}

/** What stands beside the providers: the password where it opens the door, folded away where only the break-glass administrator has one. */
const passwordPlace = (ways: WaysIn | undefined, kind: SignInProps['kind']): 'open' | 'folded' | 'none' => {
  if (ways === undefined) return 'open';
  if (kind === 'staff') return ways.passwords.staff === 'all' ? 'open' : 'folded';
  return ways.passwords.residents === 'all' ? 'open' : 'none';
};

/** The ways in: a provider's button where the city has one, then account and password. The words of the account's name differ by face. */
export function SignInForm(props: SignInProps) {
  const ways = useWaysIn();
  const place = passwordPlace(ways, props.kind);
  const offered = ways?.providers.some((one) => one.kind === props.kind) === true;
  return (
    <>
      <CityChoice />
      <RefusedNote ways={ways} />
      <ProviderButtons ways={ways} kind={props.kind} backTo={props.backTo ?? pageNow()} />
      {offered && place === 'open' ? <p className="or">或者用{props.nameLabel}和密码</p> : null}
      {place === 'folded' ? <details className="more"><summary>管理员应急登录</summary><PasswordForm {...props} plain /></details> : place === 'open' ? <PasswordForm {...props} plain={offered} /> : null}
    </>
  );
}

/** The address that is open, without what the last way back left in it. */
const pageNow = (): string => (window.location.pathname === '/sign-in' ? '/my' : window.location.pathname);

/** Which city, where the installation has several: its own providers and accounts stand below. */
function CityChoice() {
  const cities = useCities();
  const city = useCity();
  const choose = useChooseCity();
  if (cities.length < 2) return null;
  return <div className="sign-in"><Field label="城市">{(ids) => <select {...ids} className="input" value={city?.code ?? ''} onChange={(event) => choose(event.target.value)}>{cities.map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}</select>}</Field></div>;
}

/** Account name and password. `plain`: another way in stands first. */
function PasswordForm({ nameLabel, nameHelp, submit, onDone, plain }: SignInProps & { readonly plain: boolean }) {
  const city = useCity();
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
      <Field label={nameLabel} help={nameHelp} error={errorOf('name', `${nameLabel}还没有写。`)} required>
        {(ids) => <input {...ids} className="input" autoComplete="username" autoCapitalize="none" spellCheck={false} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="密码" error={errorOf('password', '密码还没有写。')} required>
        {(ids) => <input {...ids} className="input" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
      </Field>
      <ErrorNote problem={signIn.fields.length > 0 ? undefined : signIn.problem} />
      <Button kind={plain ? 'secondary' : 'main'} type="submit" busy={signIn.busy} wide>{submit}</Button>
    </form>
  );
}
