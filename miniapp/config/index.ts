import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const at = (place: string) => path.resolve(__dirname, '..', place);
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

/** Packages that ship newer syntax than a phone's engine, or than the minifier, can be trusted with. */
const modern = (file: string) =>
  /node_modules[\\/](?:\.pnpm[\\/].*node_modules[\\/])?(@tanstack|zod|@bank)[\\/]/.test(file);
const include = [at('../shared/src'), modern];

/** Lengths are drawn in px on both targets: type must not grow with the screen, and the narrow
 *  layouts are media queries, so neither rpx nor rem would say what the drawing says. */
const pxtransform = { enable: false, config: { maxRootSize: 24 } };

/** Pictures below this size travel inside the script; a seal is about 4 KB. */
const imageUrlLoaderOption = { limit: 12 * 1024 };

export default defineConfig<'webpack5'>({
  projectName: 'civility-savings-bank',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  // Aliases, not tsconfig paths: only an alias is followed by the search for `.h5` and `.weapp` files.
  alias: {
    '@': at('src'),
    '@bank/shared': at('../shared/src'),
  },
  plugins: [at('plugins/aria.cjs')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  logger: { quiet: true, stats: false },
  defineConstants: {
    // An empty setting counts as none: a mini-program has no address of its own to fall back on.
    API_BASE: JSON.stringify(
      target === 'h5' ? '' : (process.env.API_BASE || 'http://127.0.0.1:8787').replace(/\/$/, ''),
    ),
  },
  mini: {
    compile: { include },
    imageUrlLoaderOption,
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform, url: { enable: true, config: { limit: 12 } } },
    webpackChain(chain, webpack) {
      chain.module.strictExportPresence(true);
      // The mini-program engine lacks all three; the query and code-drawing libraries name them.
      chain.plugin('engine-gaps').use(webpack.ProvidePlugin, [
        {
          AbortController: [at('src/device/abort.ts'), 'Abort'],
          TextEncoder: [at('src/device/text-encoder.ts'), 'Utf8Encoder'],
          globalThis: [at('src/device/global.ts'), 'globalObject'],
        },
      ]);
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    compile: { include },
    imageUrlLoaderOption,
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true } },
    webpackChain(chain) {
      chain.module.strictExportPresence(true);
      // Pages are drawn with plain elements here. The kit's own style sheet would only bring an icon
      // font inside a data address, which the pages' security policy rightly refuses.
      chain.resolve.alias.set(
        '@tarojs/components/dist/taro-components/taro-components.css',
        at('config/no-kit-styles.css'),
      );
      // What several pages draw with is fetched once, after the entry and beside the first page.
      chain.optimization.splitChunks({
        chunks: 'async',
        cacheGroups: {
          shared: { name: 'shared', chunks: 'async', minChunks: 2, priority: 5, enforce: true },
        },
      });
      // The budget of the entry is watched by a check of the built files, in gzipped bytes.
      chain.performance.hints(false);
    },
    devServer: { proxy: [{ context: ['/api', '/q'], target: 'http://127.0.0.1:8787' }] },
  },
});
