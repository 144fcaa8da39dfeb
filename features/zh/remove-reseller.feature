# language: zh-CN
# Written by porspec sync from features/en/remove-reseller.feature (e831a03a43a5). To keep an edit, run: porspec sync --from zh
功能: 删除经销商关系
  你无法自行结束与经销商的关系，但经销商可以。

  背景:
    假如 我已登录管理中心
    并且 我有订阅 "Office 365 E3" 和 "Visio Plan 2"

  规则: 请让经销商删除该关系
    请将[面向合作伙伴的说明](https://docs.microsoft.com/partner-center/remove-a-relationship)发送给经销商。在[合作伙伴关系](view-partners.md)页面上，对于经销商，**删除**显示为灰色。

    场景: 对于经销商，“删除”显示为灰色
      假如 "101" 个合作伙伴是我的委派管理员，另有 "101" 个合作伙伴是我的经销商
      并且 "Tailspin Toys" 是我的经销商
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Tailspin Toys"
      那么 "删除" 显示为灰色
      并且 我无法选择 "删除"
      并且 无法结束与 "Tailspin Toys" 的关系
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面列出合作伙伴 "Tailspin Toys"
      当 我选择合作伙伴 "Admin 1"
      那么 "删除" 可用

    @assumption
    场景: 兼任委派管理员的经销商会保留
      假如 "Tailspin Toys" 是我的经销商
      并且 "Tailspin Toys" 是我的委派管理员
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Tailspin Toys"
      那么 "删除" 显示为灰色
      并且 没有显示任何消息
      并且 无法结束与 "Tailspin Toys" 的关系
      并且 "Tailspin Toys" 是我的委派管理员

    @assumption
    场景: 兼任订阅顾问合作伙伴的经销商会保留
      假如 "Tailspin Toys" 是我的经销商
      并且 "Tailspin Toys" 是订阅 "Office 365 E3" 的在录合作伙伴
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Tailspin Toys"
      那么 "删除" 显示为灰色
      并且 无法结束与 "Tailspin Toys" 的关系
      并且 "Tailspin Toys" 是订阅 "Office 365 E3" 的在录合作伙伴

  规则: 可以自行删除顾问或委派管理员
    打开**设置** > **合作伙伴关系**，选择该合作伙伴，然后选择**删除**。如果只删除合作伙伴的管理员角色，关系仍会保留。

    场景: 删除委派管理员
      假如 "Fabrikam" 是我的委派管理员
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Fabrikam"
      那么 页面上只有 "删除"
      当 我选择 "删除" 选项
      那么 页面未列出任何合作伙伴
      并且 显示消息 "此处没有内容"

    场景: 只会删除你选择的合作伙伴
      假如 "Fabrikam" 是我的委派管理员
      并且 "Litware" 是我的委派管理员
      并且 "Northwind Traders" 是我的委派管理员
      并且 "Tailspin Toys" 是我的经销商
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Northwind Traders"
      并且 我选择 "删除" 选项
      那么 我的委派管理员是 "Fabrikam" 和 "Litware"
      并且 页面列出合作伙伴 "Fabrikam"
      并且 页面列出合作伙伴 "Tailspin Toys"
      并且 页面列出 "3" 个名称
      并且 没有显示任何消息

  @assumption
  规则: 顾问被删除后不再是你的在录合作伙伴
    这适用于你的所有订阅。

    场景: 删除订阅顾问合作伙伴
      假如 合作伙伴 "Contoso" 向我提供了 Microsoft 合作伙伴 ID "1234567"
      并且 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "1234568"
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Fabrikam" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 我还与经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 合作
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Contoso"
      并且 我选择 "删除" 选项
      那么 页面列出 "4" 个名称
      并且 没有显示任何消息
      并且 订阅 "Office 365 E3" 没有在录合作伙伴
      并且 "Fabrikam" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 页面将 "Fabrikam" 显示为 "顾问"
      并且 经销商 "Tailspin Toys"、委派管理员 "Northwind Traders" 以及订阅 "Project Plan 3" 的在录合作伙伴 "Litware" 没有任何变化
      当 我为订阅 "Visio Plan 2" 键入 ID "1234567" 并选择 "提交"
      那么 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴

    场景: 删除唯一订阅的合作伙伴
      假如 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Contoso" 是我的委派管理员
      当 我的订阅 "Visio Plan 2" 到期
      并且 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Contoso"
      并且 我选择 "删除" 选项
      那么 页面未列出任何合作伙伴
      并且 显示消息 "此处没有内容"
      并且 我唯一的订阅是 "Office 365 E3"
      并且 订阅 "Office 365 E3" 没有在录合作伙伴

    场景: 合作伙伴会从每个订阅中删除，也不再是委派管理员
      假如 我还有订阅 "Project Plan 3"
      并且 "Contoso" 是我所有订阅的在录合作伙伴
      并且 "Contoso" 是我的委派管理员
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我选择合作伙伴 "Contoso"
      并且 我选择 "删除" 选项
      那么 所有订阅都没有在录合作伙伴
      并且 我没有委派管理员
      并且 页面未列出任何合作伙伴
      并且 显示消息 "此处没有内容"
      并且 在列表中，订阅 "Project Plan 3" 没有显示合作伙伴 ID
