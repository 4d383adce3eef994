import { useEffect } from 'react';
import { DemoBand } from '../../ui/demo-mark.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useCity } from '../../ui/session.ts';
import { SignInForm } from '../../ui/sign-in-form.tsx';

/** The door of the desk: one sheet of office paper. */
export function SignIn() {
  const city = useCity();
  useEffect(() => { document.title = '登录 · 大民政'; }, []);
  return (
    <>
      {city?.demo === true ? <DemoBand cityName={city.name} /> : null}
      <main className="door" id="main">
        <section className="door-sheet wenwu" aria-labelledby="door">
          <p className="brand"><Icon name="brand" />大民政</p>
          <h1 id="door">{city === undefined ? '登录办公台' : `${city.name}办公台`}</h1>
          <p className="lead">用单位给您的账号。一个人一个账号，谁办的记在谁名下。</p>
          <SignInForm nameLabel="账号" submit="登录" />
          <p className="note">忘了密码，找本单位管理员重设。居民办事请走<a href="/">办事大厅</a>。</p>
        </section>
      </main>
    </>
  );
}
