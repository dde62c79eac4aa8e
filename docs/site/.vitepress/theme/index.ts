import Theme from 'vitepress/theme-without-fonts';
import type { Theme as ThemeOptions } from 'vitepress';
import DemoGallery from './demo-gallery.vue';
import LiveExample from './live-example.vue';
import './site.css';

/** The default theme, with the two things that are alive. */
const theme: ThemeOptions = {
  extends: Theme,
  enhanceApp({ app }) {
    app.component('DemoGallery', DemoGallery).component('LiveExample', LiveExample);
  },
};
export default theme;
