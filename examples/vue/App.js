import { defineComponent, h, ref } from 'vue';
import 'pledgeboard/element';

const VIEWS = { overview: '总览', projects: '按项目', commitments: '逐项', table: '表格' };

/** A board with a choice of views, as a render function: nothing needs to know the tag. */
export const App = defineComponent({
  props: { src: { type: String, required: true } },
  setup(props) {
    const view = ref('projects');
    const open = ref(true);
    const choice = ([name, words]) =>
      h('button', { type: 'button', 'aria-pressed': name === view.value, onClick: () => { view.value = name; } }, words);
    const board = () =>
      h('pledge-board', { src: props.src, view: view.value, locale: 'zh-CN' }, [h('p', [h('a', { href: props.src }, '数据文件')])]);
    return () =>
      h('main', [
        h('p', [
          ...Object.entries(VIEWS).map(choice),
          h('button', { type: 'button', 'aria-expanded': open.value, onClick: () => { open.value = !open.value; } }, open.value ? '收起' : '展开'),
        ]),
        open.value ? board() : null,
      ]);
  },
});
