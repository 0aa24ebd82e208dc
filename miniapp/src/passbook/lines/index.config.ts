export default definePageConfig({
  navigationBarTitleText: '我的存折',
  navigationBarBackgroundColor: '#AE2A20',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
});
