export default definePageConfig({
  navigationBarTitleText: '我的码',
  navigationBarBackgroundColor: '#AE2A20',
  navigationBarTextStyle: 'white',
});
