// page.scss and adult.scss -> ../resources/assets/*.css: compiled, and without the rules that no template uses.
import { writeFileSync } from 'node:fs';
import { PurgeCSS } from 'purgecss';
import { compile } from 'sass';

for (const name of ['page', 'adult']) {
  const { css } = compile(`${name}.scss`, { loadPaths: ['node_modules'], style: 'compressed' });
  const [used] = await new PurgeCSS().purge({
    content: ['../resources/templates/**/*.html', '../resources/assets/page.js'],
    css: [{ raw: css }],
    dynamicAttributes: ['dir'], // its value comes from the bundle
  });
  // The package's custom properties are set nowhere: what stands after the comma is what counts.
  // It says the font of paper for each component, smooths letters on some screens only, and cares for Internet Explorer and
  // for fields that nobody can use: ours come from body, and there are none.
  const style = used.css
    .replace(/var\(--govuk-[a-z-]+, ([^()]+)\)/g, '$1')
    .replace(/@media print\{\.[a-z_-]+\{font-family:inherit\}\}/g, '')
    .replace(/-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale;?/g, '')
    .replace(/@media screen\\0 \{(?:[^{}]*\{[^{}]*\})*\}/g, '')
    .replace(/[^{}]+:disabled[^{}]*\{[^{}]*\}/g, '');
  writeFileSync(`../resources/assets/${name}.css`, style + '\n');
  console.log(`${name}.css ${style.length} bytes`);
}
