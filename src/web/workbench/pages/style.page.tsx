import { PageHead } from '../../ui/page-head.tsx';
import { definePage } from '../shell/page.ts';
import { BridgeSample, SumSample, TasksSample } from '../shell/style/figures.tsx';
import { FormSample } from '../shell/style/form.tsx';
import { AsideSample, ButtonsSample, FailingSample, StatesSample, TrailSample } from '../shell/style/states.tsx';

/** Every piece in its states, for the eye and for the visual test. */
function Style() {
  return (
    <>
      <header className="case-head"><PageHead over="样张" title="三种墨，一条边" lead="印的是表上本来有的，蓝黑是人写的、人能做的，朱是法律说的。这里每一件都有它的各种样子。" /></header>
      <div className="case-body">
        <aside className="left" aria-label="经过"><h2>经过</h2><TrailSample /></aside>
        <div className="mid"><StatesSample /><ButtonsSample /><TasksSample /><SumSample /><BridgeSample /><FormSample /><FailingSample /></div>
        <aside className="right" aria-label="现在"><AsideSample /></aside>
      </div>
    </>
  );
}

export default definePage({ path: '/style', title: '样张', open: true, component: Style });
