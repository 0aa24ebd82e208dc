export default definePageConfig({
  navigationBarTitleText: '我的兑换单',
  enablePullDownRefresh: true,
});
