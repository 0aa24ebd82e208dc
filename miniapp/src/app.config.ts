export default defineAppConfig({
  pages: ['pages/home/index', 'pages/events/index', 'pages/shelf/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'access',
      pages: ['sign-in/index', 'bind/index', 'account/index', 'kept/index', 'privacy/index'],
    },
    { root: 'community', pages: ['household/index'] },
    { root: 'events', pages: ['detail/index', 'check-in/index', 'my-code/index'] },
    { root: 'notices', pages: ['inbox/index'] },
    { root: 'passbook', pages: ['lines/index'] },
    { root: 'redemption', pages: ['goods/index', 'order/index', 'orders/index'] },
    { root: 'scoring', pages: ['rulebook/index'] },
    { root: 'scan', pages: ['camera/index'] },
    {
      root: 'staff',
      pages: [
        'workbench/index',
        'pickup/index',
        'card/index',
        'stock/index',
        'receive/index',
        'households/index',
        'household/index',
        'prints/index',
        'posts/index',
        'give-post/index',
        'verification/index',
        // Only a browser can choose a workbook.
        ...(process.env.TARO_ENV === 'h5' ? ['intake/index'] : []),
      ],
    },
  ],
  // In a hall without a network the camera and the check-in page must still open.
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['events'] },
    'pages/events/index': { network: 'all', packages: ['events', 'scan'] },
  },
  window: {
    navigationBarBackgroundColor: '#F6F0E3',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '文明储蓄所',
    backgroundColor: '#F6F0E3',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    custom: true,
    color: '#574D40',
    selectedColor: '#AE2A20',
    backgroundColor: '#FFFCF5',
    borderStyle: 'black',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/events/index', text: '活动' },
      { pagePath: 'pages/shelf/index', text: '储蓄所' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
});
