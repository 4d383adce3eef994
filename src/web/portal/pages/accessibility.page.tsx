import { definePage } from '../shell/page.ts';

function Accessibility() {
  return (
    <div className="cols rest">
      <section className="prose">
        <h1 tabIndex={-1}>无障碍说明</h1>
        <p className="lead">看不清、用不惯手机、走不动，都能办。</p>
        <h2>字太小</h2>
        <p>打开最上面的“大字”。字和按钮都变大，一屏只问一件事。下次打开还是大字。</p>
        <h2>不用鼠标</h2>
        <p>用 Tab 键往下走，回车键按下。第一次按 Tab，可以直接跳到正文。</p>
        <h2>用读屏软件</h2>
        <p>每一页的标题、表格和要填的地方都有名字，按从上到下的顺序念。金额是文字，不是图片。</p>
        <h2>不想用网</h2>
        <p>到村（居）委会或镇区办事窗口说一声，工作人员帮您填。出不了门，打 <a href="tel:12345">12345</a>，请人上门。办的结果一样。</p>
        <h2>哪里不好用，请告诉我们</h2>
        <p>打 12345，说“民政网页不好用”，写明哪一页。</p>
      </section>
    </div>
  );
}

export default definePage({ path: '/accessibility', title: '无障碍说明', component: Accessibility });
