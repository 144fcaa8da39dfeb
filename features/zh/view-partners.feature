# language: zh-CN
# Written by porspec sync from features/en/view-partners.feature (020b2a6193b0). To keep an edit, run: porspec sync --from zh
功能: 查看合作伙伴关系
  查看与你合作的合作伙伴及其联系方式。

  背景:
    假如 我有订阅 "Office 365 E3" 和 "Visio Plan 2"

  场景: 查看合作伙伴列表
    假如 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
    并且 合作伙伴 "Contoso" 的电话号码是 "555-0100"，电子邮件地址是 "info@contoso.com"
    当 我转到 "设置 > 合作伙伴关系" 页面
    那么 页面将 "Contoso" 显示为 "顾问"
    并且 没有显示任何消息
    当 我选择合作伙伴 "Contoso"
    那么 页面显示电话号码 "555-0100" 和电子邮件地址 "info@contoso.com"

  场景大纲: 查看每个订阅的合作伙伴
    假如 我已登录管理中心
    并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
    当 我转到 "<页面>" 页面
    那么 页面将订阅 "Office 365 E3" 的合作伙伴 ID 显示为 "7000000"

    @o365-worldwide @assumption
    例子:
      | 页面              |
      | 计费 > 产品和服务 |

    @o365-germany
    例子:
      | 页面        |
      | 计费 > 订阅 |

    @o365-21vianet @assumption
    例子:
      | 页面        |
      | 计费 > 订阅 |

  规则: “顾问”即在录合作伙伴
    顾问是你一个或多个订阅的在录合作伙伴。

    场景: 订阅的在录合作伙伴是顾问
      假如 我已登录管理中心
      并且 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Contoso" 显示为 "顾问"
      当 我清空订阅 "Office 365 E3" 的 ID 框并选择 "提交"
      并且 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面未列出任何合作伙伴

  规则: 没有合作伙伴时列表为空
    你还没有合作伙伴。请参阅如何[查找合作伙伴](find-partner.md)。

    场景: 列表为空时显示消息
      假如 合作伙伴 "Fabrikam" 向我提供了 Microsoft 合作伙伴 ID "3214567"
      并且 合作伙伴 "Fabrikam" 通过电子邮件向我发送了邀请
      当 我向合作伙伴 "Fabrikam" 询问其 Microsoft 合作伙伴 ID
      并且 我转到 "设置 > 合作伙伴关系" 页面
      那么 显示消息 "此处没有内容"
      并且 页面未列出任何合作伙伴

    场景: 另一个页面不显示该消息
      假如 我已登录管理中心
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我打开自己的订阅列表
      那么 没有显示任何消息

    场景: 主页不显示该消息
      当 我转到 "设置 > 合作伙伴关系" 页面
      并且 我打开 "管理中心"
      那么 没有显示任何消息

  规则: 列表中不只有订阅顾问合作伙伴
    你的委派管理员和经销商也会显示在列表中。

    场景: 委派管理员显示在列表中
      假如 "Fabrikam" 是我的委派管理员
      并且 合作伙伴 "Fabrikam" 的电话号码是 "555-0101"，电子邮件地址是 "sales@fabrikam.com"
      并且 合作伙伴 "Contoso" 的电话号码是 "555-0100"，电子邮件地址是 "info@contoso.com"
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Fabrikam" 显示为 "委派管理员"
      并且 页面仅列出合作伙伴 "Fabrikam"
      并且 没有显示任何消息
      当 我选择合作伙伴 "Fabrikam"
      那么 页面显示电话号码 "555-0101" 和电子邮件地址 "sales@fabrikam.com"
      并且 "删除" 可用
      并且 没有显示任何消息
      当 我选择 "删除" 选项
      那么 页面未列出任何合作伙伴

    场景: 经销商显示在列表中
      假如 "Tailspin Toys" 是我的经销商
      并且 合作伙伴 "Tailspin Toys" 的电话号码是 "555-0102"，电子邮件地址是 "info@tailspintoys.com"
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Tailspin Toys" 显示为 "经销商"
      并且 页面仅列出合作伙伴 "Tailspin Toys"
      并且 没有显示任何消息
      当 我选择合作伙伴 "Tailspin Toys"
      那么 页面显示电话号码 "555-0102" 和电子邮件地址 "info@tailspintoys.com"
      并且 "删除" 显示为灰色
      并且 没有显示任何消息

    场景: 兼任委派管理员的经销商会显示双重关系
      假如 "Tailspin Toys" 是我的经销商
      并且 "Tailspin Toys" 是我的委派管理员
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Tailspin Toys" 显示为 "委派管理员" 和 "经销商"

    场景: 所有合作伙伴都显示在列表中
      假如 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Litware" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 "Fabrikam" 是我的委派管理员
      并且 "Northwind Traders" 是我的委派管理员
      并且 "Tailspin Toys" 是我的经销商
      并且 "Wingtip Toys" 是我的经销商
      并且 "Contoso" 是我的委派管理员
      并且 "Litware" 是我的经销商
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面将 "Contoso" 显示为 "顾问" 和 "委派管理员"
      并且 页面将 "Litware" 显示为 "顾问" 和 "经销商"
      并且 页面列出合作伙伴 "Fabrikam"
      并且 页面列出合作伙伴 "Northwind Traders"
      并且 页面列出合作伙伴 "Tailspin Toys"
      并且 页面列出合作伙伴 "Wingtip Toys"
      并且 页面列出 "6" 个名称

    场景: 与你有多种关系的合作伙伴在列表中只显示一次
      假如 "Contoso" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 "Contoso" 是我的委派管理员
      并且 "Contoso" 是我的经销商
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面仅列出合作伙伴 "Contoso"
      并且 页面将 "Contoso" 显示为 "顾问"、"委派管理员" 和 "经销商"
      并且 没有显示任何消息

    场景: 列表很长时也会显示所有合作伙伴
      假如 "Contoso" 是订阅 "Visio Plan 2" 的在录合作伙伴
      并且 "101" 个合作伙伴是我的委派管理员，另有 "101" 个合作伙伴是我的经销商
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面列出合作伙伴 "Contoso"
      并且 页面列出 "203" 个名称
      当 我选择合作伙伴 "Reseller 101"
      那么 "删除" 显示为灰色

  @assumption
  规则: 列表按字母顺序排列

    场景: 名称按字母顺序排列
      假如 "Litware" 是订阅 "Office 365 E3" 的在录合作伙伴
      并且 "fabrikam" 是我的委派管理员
      并且 "Contoso" 是我的经销商
      并且 "Fabrikam North" 是订阅 "Visio Plan 2" 的在录合作伙伴
      当 我转到 "设置 > 合作伙伴关系" 页面
      那么 页面依次列出 "Contoso"、"fabrikam"、"Fabrikam North" 和 "Litware"
